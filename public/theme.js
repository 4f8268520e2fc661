/* Runs before anything is painted: puts what the reader chose earlier on the root element, so that no colour and no wording flashes. */
(function (root) {
  root.dataset.js = '';
  var saved = function (name) {
    try {
      return localStorage.getItem('patency-' + name);
    } catch (refused) {
      return null;
    }
  };
  var theme = saved('theme');
  var register = saved('register');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (!/^(public|student|clinician)$/.test(register)) register = root.dataset.leads;
  if (register) root.dataset.register = register;
  if (/[?&]print=sheet(&|$)/.test(location.search)) root.dataset.print = 'sheet';
  if (saved('coi') === 'hidden') root.dataset.coi = 'hidden';
})(document.documentElement);
