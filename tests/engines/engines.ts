/**
 * Starts Firefox and WebKitGTK as Debian packs them, for a few journeys: Firefox speaks WebDriver BiDi by itself, WebKitGTK has a driver
 * and wants a screen. Playwright drives neither, for its builds are its own.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import puppeteer from 'puppeteer-core';
import { Builder, By, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import { findProgram } from '../hosting/programs.ts';

/** A window of an engine, as far as the journeys need one. Selectors are of CSS; each waits for nothing. */
export interface EngineWindow {
  readonly goto: (url: string) => Promise<unknown>;
  readonly click: (selector: string) => Promise<void>;
  readonly hover: (selector: string) => Promise<void>;
  /** Types into what has the focus; `enter` sends the key. */
  readonly type: (text: string) => Promise<void>;
  readonly enter: () => Promise<void>;
  /** The value of an expression in the page, e.g. `ask('location.pathname')`. */
  readonly ask: (expression: string) => Promise<unknown>;
  readonly resize: (width: number, height: number) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

async function openFirefox(executablePath: string): Promise<EngineWindow> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  return {
    goto: (url) => page.goto(url),
    click: (selector) => page.click(selector),
    hover: (selector) => page.hover(selector),
    type: (text) => page.keyboard.type(text),
    enter: () => page.keyboard.press('Enter'),
    ask: (expression) => page.evaluate(expression),
    resize: (width, height) => page.setViewport({ width, height }),
    close: () => browser.close(),
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    child.once('exit', () => resolve());
    child.kill();
  });

/** A screen that nobody sees; its number is what Xvfb says on the third channel. */
async function openScreen(xvfb: string): Promise<{ readonly display: string; readonly close: () => Promise<void> }> {
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('Xvfb ended before it had a screen.')));
    child.stdio[3]?.once('data', (number: Buffer) => resolve(`:${number.toString('utf8').trim()}`));
  });
  return { display, close: () => ended(child) };
}

async function openWebKit(driverPath: string, xvfb: string): Promise<EngineWindow> {
  const screen = await openScreen(xvfb);
  const port = await freePort();
  const child = spawn(driverPath, [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: screen.display },
    stdio: 'ignore',
  });
  const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { args: ['--automation'] } });
  const driver = await connect(`http://127.0.0.1:${port}/`, capabilities);
  const find = (selector: string) => driver.findElement(By.css(selector));
  return {
    goto: (url) => driver.get(url),
    click: async (selector) => find(selector).click(),
    hover: async (selector) =>
      driver
        .actions({ async: true })
        .move({ origin: find(selector) })
        .perform(),
    type: (text) => driver.actions().sendKeys(text).perform(),
    enter: () => driver.actions().sendKeys(Key.ENTER).perform(),
    ask: (expression) => driver.executeScript(`return (${expression})`),
    resize: (width, height) => driver.manage().window().setRect({ width, height }),
    close: async () => {
      await driver.quit();
      await ended(child);
      await screen.close();
    },
  };
}

/** The driver takes a moment to listen. */
async function connect(server: string, capabilities: Capabilities): Promise<WebDriver> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await new Builder().usingServer(server).withCapabilities(capabilities).build();
    } catch (error) {
      if (attempt > 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

const firefox = findProgram('firefox-esr') ?? findProgram('firefox');
const [driver, xvfb] = [findProgram('WebKitWebDriver'), findProgram('Xvfb')];

/** The engines that are installed here, each with what opens a window of it. */
export const engines: Readonly<Record<string, () => Promise<EngineWindow>>> = {
  ...(firefox === undefined ? {} : { firefox: () => openFirefox(firefox) }),
  ...(driver === undefined || xvfb === undefined ? {} : { webkit: () => openWebKit(driver, xvfb) }),
};
