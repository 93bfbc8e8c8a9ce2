import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a bearer token is the one of the centre's own people. Takes equally long for every wrong one. */
export type ManageAccess = (token: string) => boolean;

/** @param secret At least 32 characters; who knows it can change whatever the Manage API can. */
export function createManageAccess(secret: string): ManageAccess {
  // Of equal length whatever is given, so that not even the secret's length shows.
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(secret);
  return (token) => timingSafeEqual(digest(token), expected);
}
