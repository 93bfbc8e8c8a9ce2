/** A move that cannot be; the message says in one line what is wrong and where. */
export class MovingError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message.replaceAll(/\s+/g, ' '), options);
    this.name = 'MovingError';
  }
}
