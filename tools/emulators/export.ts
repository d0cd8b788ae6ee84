/** What the emulators' hub is asked in order to save all data. */
export interface ExportRequest {
  address: string;
  body: string;
}

const EXPORT_MS = 60_000;

/** Asks the hub to save. Throws where it could not. */
export async function saveVia({ address, body }: ExportRequest): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address, { method: 'POST', headers, body, signal: AbortSignal.timeout(EXPORT_MS) });
  if (!answer.ok) throw new Error(`the hub answered ${answer.status}: ${await answer.text()}`);
}
