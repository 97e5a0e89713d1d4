import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What a value has to be, in words. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'has to be text', number: 'has to be a number', int: 'has to be a whole number', boolean: 'has to be true or false',
  array: 'has to be a list', object: 'has to be an object', record: 'has to be an object', null: 'has to be null',
};
/** Values that are named one by one; of more, only that it is none of them. */
const NAMED = 12;

/**
 * Says in words what is wrong with the first thing that is, and where: “items.3.title” is longer than 500 characters.
 * @param error what the check of a value found
 * @param from steps of the path that whoever asks has named already
 */
export function whatIsWrong({ issues }: z.ZodError, from = 0): string {
  const issue = innermost(issues[0]!);
  const path = issue.path.slice(from).join('.');
  return path === '' ? `it ${wordsOf(issue)}` : `“${path}” ${wordsOf(issue)}`;
}

/** Where any of several forms would do, what is wrong with the last of them: the first is mostly “nothing at all”. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.at(-1)?.[0];
  return inner ? innermost({ ...inner, path: [...issue.path, ...inner.path] }) : issue;
}

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'is missing' : (KINDS[issue.expected] ?? 'is of the wrong kind');
    case 'too_big':
      return issue.origin === 'string' ? `is longer than ${counted(issue.maximum, 'character')}` : issue.origin === 'array' ? `has more than ${counted(issue.maximum, 'entry', 'entries')}` : `is larger than ${issue.maximum}`;
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return Number(issue.minimum) === 1 ? 'is empty' : issue.origin === 'string' ? `is shorter than ${counted(issue.minimum, 'character')}` : `has fewer than ${counted(issue.minimum, 'entry', 'entries')}`;
      return `is smaller than ${issue.minimum}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'has to be a day such as 2026-05-01' : issue.format === 'regex' && !issue.message.startsWith('Invalid') ? issue.message : 'is not written as it has to be';
    case 'invalid_value':
      return issue.values.length > NAMED ? 'is none of the values that are known' : `has to be ${issue.values.map((value) => (typeof value === 'string' ? `“${value}”` : String(value))).join(' or ')}`;
    case 'unrecognized_keys':
      return `has ${issue.keys.map((key) => `“${key.slice(0, 60)}”`).join(' and ')}, which Attaché does not know`;
    case 'invalid_union':
      return 'is of a kind that Attaché does not know';
    default:
      return 'is not right';
  }
}

const counted = (count: number | bigint, one: string, several = `${one}s`): string => `${count} ${Number(count) === 1 ? one : several}`;
