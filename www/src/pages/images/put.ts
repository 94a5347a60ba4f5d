/**
 * Sends the bytes of a file, and says how far it is.
 */
import { Failure, signedInAgain } from "@roster/elements/api/client.js";
import type { Problem } from "@roster/elements/api/types.js";

/** Sends them: `fetch` says nothing of how far it is.
 * @throws Failure */
export function put(url: string, body: Blob, progress: (part: number) => void = () => undefined): Promise<void> {
  return signedInAgain(() => once(url, body, progress));
}

function once(url: string, body: Blob, progress: (part: number) => void): Promise<void> {
  const failure = (code: string, status = 0): Failure => new Failure({ type: `/problems/${code}`, title: code, status, code });
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => failed(failure("offline"));
    request.onload = () => {
      if (request.status < 300) return done();
      try {
        failed(new Failure(JSON.parse(request.responseText) as Problem));
      } catch {
        failed(failure("broken", request.status));
      }
    };
    request.open("PUT", url);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.send(body);
  });
}
