/** A rising fourth, soft and short. */
const NOTES = [
  { hertz: 587.33, atS: 0 },
  { hertz: 783.99, atS: 0.11 },
];
const NOTE_S = 0.38;
const LOUDNESS = 0.12;
/** Messages that arrive together have one sound. */
const PAUSE_MS = 1500;

let audio: AudioContext | undefined;
let playedAt = Number.NEGATIVE_INFINITY;

/** Plays the sound of a new message. Browsers allow no sound before the first press or key on the page: then nothing is played. */
export async function chime(): Promise<void> {
  if (navigator.userActivation?.hasBeenActive === false || Date.now() - playedAt < PAUSE_MS) return;
  playedAt = Date.now();
  try {
    audio ??= new AudioContext();
    if (audio.state !== 'running') await audio.resume();
    for (const { hertz, atS } of NOTES) play(audio, hertz, audio.currentTime + atS);
  } catch {
    // Without a device for sound there is none.
  }
}

function play(context: AudioContext, hertz: number, at: number): void {
  const tone = new OscillatorNode(context, { type: 'sine', frequency: hertz });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_S);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + NOTE_S);
}
