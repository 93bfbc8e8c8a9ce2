import { bodyLimit as honoBodyLimit } from 'hono/body-limit';
import { FoyerError } from '../errors.ts';

/** Refuses a body over a number of bytes, announced or not, without reading it to the end. */
export const bodyLimit = (bytes: number) =>
  honoBodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new FoyerError('body_too_large');
    },
  });
