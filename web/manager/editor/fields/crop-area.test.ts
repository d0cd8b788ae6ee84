import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaOf, dragged, fileSize, fits, WHOLE, zoomMax } from './crop-area.ts';

const wide = { width: 4000, height: 3000 };

test('starts with the largest area that fits, in the middle', () => {
  expect(areaOf(wide, 0.8, WHOLE)).toEqual({ left: 800, top: 0, width: 2400, height: 3000 });
  expect(areaOf(wide, 2, WHOLE)).toEqual({ left: 0, top: 500, width: 4000, height: 2000 });
});

test('moves the area opposite to the drag, and never out of the picture', () => {
  expect(areaOf(wide, 0.8, dragged(wide, 0.8, WHOLE, { x: 100, y: 50 })).left).toBeCloseTo(700);
  expect(dragged(wide, 0.8, WHOLE, { x: 9000, y: 0 })).toEqual({ zoom: 1, x: 0, y: 0.5 });
});

test('limits the zoom of a small picture', () => {
  expect(zoomMax({ width: 200, height: 200 }, 1)).toBe(1);
  expect(zoomMax({ width: 480, height: 480 }, 1)).toBe(2);
  expect(zoomMax(wide, 1)).toBe(4);
});

test('asks for an area only if the picture has another aspect ratio', () => {
  expect([fits({ width: 1200, height: 1500 }, 0.8), fits({ width: 1201, height: 1500 }, 0.8), fits(wide, 0.8)]).toEqual([
    true,
    true,
    false,
  ]);
});

test('keeps any area inside the picture and in the aspect ratio', () => {
  const side = fc.integer({ min: 64, max: 6000 });
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(side, side, fc.constantFrom(0.8, 1, 2), unit, unit, unit, (width, height, aspect, x, y, closer) => {
      const size = { width, height };
      const area = areaOf(size, aspect, { zoom: 1 + closer * (zoomMax(size, aspect) - 1), x, y });
      expect(area.width / area.height).toBeCloseTo(aspect);
      expect(area.left).toBeGreaterThanOrEqual(-1e-6);
      expect(area.left + area.width).toBeLessThanOrEqual(width + 1e-6);
      expect(area.top).toBeGreaterThanOrEqual(-1e-6);
      expect(area.top + area.height).toBeLessThanOrEqual(height + 1e-6);
      expect(fileSize(area).width).toBeLessThanOrEqual(1600);
    }),
  );
});
