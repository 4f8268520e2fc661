/** Every rule there is, in the order in which the documentation lists them. A test asks for a fixture that breaks each. */
import type { Rule } from './rule.ts';
import { claimOfAbsence } from './rules/absence-claim.ts';
import { absenceDisproved, absenceUnchecked } from './rules/absence.ts';
import { approvalChanged, approvalDates, approvalKeyNew, approvalNotSigned, approvalUnknownPage } from './rules/approval.ts';
import { anchorChanged, anchorNotFound, staleVerification } from './rules/anchor.ts';
import { forbiddenCharacter, mixedScript } from './rules/character.ts';
import { citationInSource, citationNotRendered } from './rules/citation.ts';
import { questionWithoutFinding, topicWithoutSource } from './rules/coverage.ts';
import { criteriaUntyped } from './rules/criteria.ts';
import { openTodo, unresolvedCitations } from './rules/draft.ts';
import { chainLoop, contestedWord, missingInterests, missingLocator } from './rules/evidence.ts';
import { aliasCollision, duplicateId, duplicateIdentifier, invalidIdentifier } from './rules/identifier.ts';
import { imageWithoutRights } from './rules/image.ts';
import { idReused } from './rules/item-id.ts';
import { invalidField } from './rules/invalid-field.ts';
import { emergencyFirst, emergencyMissing } from './rules/emergency.ts';
import { futureDate } from './rules/future-date.ts';
import { interventionMismatch } from './rules/intervention.ts';
import { brokenFragment, brokenLink } from './rules/link.ts';
import { deadAddress, staleRegistration, unrecordedNotice } from './rules/lookup.ts';
import { mdxCode, rawHtml, unsafeLink } from './rules/markup.ts';
import { numberNotCarried } from './rules/number.ts';
import { citationOffTopic } from './rules/off-topic.ts';
import { pathwayGap, pathwayLogic } from './rules/pathway-logic.ts';
import { reviewerNotActive, reviewerUndeclared, reviewerWithInterest, unknownPerson } from './rules/person.ts';
import { answerTooLong, hardToRead, missingAnswer, missingBottomLine, uncitedAnswer } from './rules/register.ts';
import { recommendationWithoutStrength, unknownSituation } from './rules/recommendation.ts';
import { gistTooLong, missingGist, pendingWithoutDate, undatedRecord } from './rules/record.ts';
import { locatorNotInDigest, quotationNotFound } from './rules/quotation.ts';
import { registersApart } from './rules/registers-apart.ts';
import { citesDraft, citesRetracted, citesSuperseded, reviewOverdue } from './rules/standing.ts';
import { strengthNotCarried } from './rules/strength.ts';
import { resultWithoutPeople } from './rules/result.ts';
import { doubleCountedStudy } from './rules/study.ts';
import { unknownQuestion, unknownSection, unknownSource, unknownTerm, unknownTopic } from './rules/unknown-name.ts';
import { invalidFileName, limitRules, unreadableFile } from './rules/unreadable-file.ts';
import { unknownValue } from './rules/value.ts';
import { figurePlace, missingFile, outcomeWithoutDirection, scopeUntold, unusedWord, wordWithoutBorder } from './rules/vocabulary.ts';
import { parallelWording, staleFingerprint } from './rules/wording.ts';
import { anotherWorkNamed } from './rules/work.ts';

export const rules: readonly Rule[] = [
  unreadableFile,
  ...limitRules,
  forbiddenCharacter,
  mixedScript,
  invalidFileName,
  invalidField,
  missingFile,
  scopeUntold,
  unknownSource,
  unknownQuestion,
  unknownSituation,
  unknownTopic,
  unknownSection,
  unknownTerm,
  idReused,
  recommendationWithoutStrength,
  criteriaUntyped,
  resultWithoutPeople,
  doubleCountedStudy,
  absenceDisproved,
  absenceUnchecked,
  missingLocator,
  missingInterests,
  missingGist,
  gistTooLong,
  undatedRecord,
  pendingWithoutDate,
  anchorNotFound,
  anchorChanged,
  staleVerification,
  contestedWord,
  wordWithoutBorder,
  unusedWord,
  outcomeWithoutDirection,
  chainLoop,
  pathwayGap,
  pathwayLogic,
  emergencyFirst,
  emergencyMissing,
  openTodo,
  unresolvedCitations,
  citationNotRendered,
  citationInSource,
  missingAnswer,
  missingBottomLine,
  answerTooLong,
  hardToRead,
  uncitedAnswer,
  mdxCode,
  unknownValue,
  rawHtml,
  unsafeLink,
  brokenLink,
  brokenFragment,
  numberNotCarried,
  strengthNotCarried,
  interventionMismatch,
  anotherWorkNamed,
  citationOffTopic,
  quotationNotFound,
  locatorNotInDigest,
  registersApart,
  claimOfAbsence,
  parallelWording,
  staleFingerprint,
  imageWithoutRights,
  invalidIdentifier,
  duplicateIdentifier,
  duplicateId,
  aliasCollision,
  citesDraft,
  citesRetracted,
  citesSuperseded,
  futureDate,
  approvalUnknownPage,
  unknownPerson,
  reviewerNotActive,
  reviewerUndeclared,
  reviewerWithInterest,
  approvalDates,
  approvalNotSigned,
  approvalKeyNew,
  approvalChanged,
  reviewOverdue,
  unrecordedNotice,
  staleRegistration,
  deadAddress,
  questionWithoutFinding,
  topicWithoutSource,
  figurePlace,
];
