/** What things of one centre are called in the database. A hyphen becomes an underscore; centre ids have no underscores. */
export interface CentreNames {
  /** The schema with its tables. */
  readonly schema: string;
  /** The schema with its job queue. */
  readonly jobsSchema: string;
  /** The role its pool logs in as. */
  readonly role: string;
}

/** @throws Error when the id would make a name PostgreSQL cuts off. */
export function centreNames(id: string): CentreNames {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 40) {
    throw new Error(`Centre id “${id}” must be lower-case words joined by hyphens, at most 40 characters.`);
  }
  const schema = `centre_${id.replaceAll('-', '_')}`;
  return { schema, jobsSchema: `${schema}_jobs`, role: schema };
}
