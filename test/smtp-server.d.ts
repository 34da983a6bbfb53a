/** The part of smtp-server that stories use. */
declare module 'smtp-server' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';
  import type { Readable } from 'node:stream';

  type Credentials = { username: string; password: string };
  type Session = { envelope: { rcptTo: { address: string }[] } };
  export class SMTPServer extends EventEmitter {
    constructor(options: {
      authOptional?: boolean;
      disabledCommands?: string[];
      allowInsecureAuth?: boolean;
      secure?: boolean;
      key?: string;
      cert?: string;
      logger?: boolean;
      onAuth?(
        given: Credentials,
        session: Session,
        done: (error: Error | null, found?: { user: string }) => void,
      ): void;
      onData?(stream: Readable, session: Session, done: (error?: Error) => void): void;
    });
    readonly server: Server;
    listen(port: number, host: string, ready: () => void): Server;
    close(closed?: () => void): void;
  }
}
