/** The threads that read segments of files could not start, or ended: this one must read alone. */
export class ThreadsLost extends Error {}
