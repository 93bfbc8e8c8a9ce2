/** A mail to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: Uint8Array;
    readonly cid?: string;
  }[];
  /** Same id, same mail: a retry does not send it twice where the transport can tell. */
  readonly messageId: string;
}

/** Sends mail. Rejects when the mail was not accepted; the caller tries again later. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}
