/** An agent's ordinary message: JSON with nothing to find, of an exact size. */
const SENTENCES = [
  'Thank you, I have found two direct flights for that day and one with a stop.',
  'Please confirm the second option; the return date stays as it is in the booking.',
  'The order was delivered to the front desk, and the exchange needs the new size.',
  'Which cabin class do you prefer, basic economy or business, and how many bags?',
];

/** @param mark stands in it as a string of its own. @param bytes at least 160. */
export function benignJson(mark: string, bytes: number): string {
  const start = `{"n":"${mark}","role":"assistant","turn":17,"ts":1790000000123,"score":0.8125,"tags":["travel","booking"],"content":"`;
  const end = '"}';
  let text = '';
  for (let index = 0; start.length + text.length + end.length < bytes; index += 1) {
    text += `${SENTENCES[index % SENTENCES.length]} `;
  }
  return start + text.slice(0, bytes - start.length - end.length) + end;
}
