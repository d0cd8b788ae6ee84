import type { Page } from 'playwright-core';

/** How much wider a visitor's fonts may be than this machine's. */
export const WIDER = 1.15;

interface Probe {
  id: string;
  /** As in the page's rules. */
  family: string;
  weight: string;
  style: string;
  width: number;
}

/**
 * Gives an open page fonts that are 15 % wider than the machine's: the first name of each font stack becomes the font that the browser
 * chooses for the whole stack, scaled. Throws if that does not widen the text. Web fonts stay unchanged.
 */
export async function widenFonts(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('DOM.enable');
  await browser.send('CSS.enable');
  const probes = await page.evaluate(addProbes);
  const { root } = await browser.send('DOM.getDocument', { depth: 0 });
  const faces = [];
  for (const probe of probes) {
    const { nodeId } = await browser.send('DOM.querySelector', { nodeId: root.nodeId, selector: `#${probe.id}` });
    const [font] = (await browser.send('CSS.getPlatformFontsForNode', { nodeId })).fonts;
    if (font && !font.isCustomFont) faces.push({ ...probe, local: font.postScriptName });
  }
  const unchanged = await page.evaluate(addFaces, { faces, wider: WIDER });
  if (faces.length === 0 || unchanged.length > 0)
    throw new Error(`These fonts could not be widened: ${unchanged.join('; ') || 'none was found'}`);
  await browser.detach();
}

/** Adds a word in every font of the page. Runs in the page. */
function addProbes(): Probe[] {
  const styles = [...document.querySelectorAll('body, body *')].map((element) => {
    const { fontFamily: family, fontWeight: weight, fontStyle: style } = getComputedStyle(element);
    return { family, weight, style };
  });
  const unique = [...new Map(styles.map((style) => [Object.values(style).join(), style])).values()];
  return unique.map(({ family, weight, style }, index) => {
    const probe = document.createElement('span');
    probe.id = `probe-${index}`;
    probe.textContent = 'Hamburgefonstiv';
    Object.assign(probe.style, {
      font: `${style} ${weight} 100px ${family}`,
      position: 'absolute',
      whiteSpace: 'nowrap',
      letterSpacing: '0',
      fontSizeAdjust: 'none',
    });
    document.body.append(probe);
    return { id: probe.id, family, weight, style, width: probe.getBoundingClientRect().width };
  });
}

/** Returns the stacks whose words did not become wider. Runs in the page. */
async function addFaces({ faces, wider }: { faces: (Probe & { local: string })[]; wider: number }): Promise<string[]> {
  // Keywords, and names that some browsers treat as keywords, can't be redefined.
  const keywords = /^(-apple-system|ui-\w+|system-ui|serif|sans-serif|monospace)$/;
  for (const { family, weight, style, local } of faces) {
    const name = family
      .split(',')
      .map((one) => one.trim().replaceAll('"', ''))
      .find((one) => !keywords.test(one));
    const descriptors: FontFaceDescriptors & { sizeAdjust: string } = { weight, style, sizeAdjust: `${wider * 100}%` };
    const face = new FontFace(name ?? family, `local("${local}")`, descriptors);
    document.fonts.add(face);
    await face.load();
  }
  const widthOf = (id: string) => document.getElementById(id)?.getBoundingClientRect().width ?? 0;
  const unchanged = faces.filter(({ id, width }) => Math.abs(widthOf(id) / width / wider - 1) > 0.01);
  for (const probe of document.querySelectorAll('[id^="probe-"]')) probe.remove();
  return unchanged.map(({ family, weight, style, local }) => `${style} ${weight} ${family} (${local})`);
}
