import sharp from 'sharp';

// One instance has one processor, and every picture comes once: more threads or a cache of libvips would only be more memory.
sharp.concurrency(1);
sharp.cache(false);

// libvips can read some thirty kinds of file. Whatever a file claims, only these readers exist here; SVG is for what we draw ourselves.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Svg'].map((kind) => `VipsForeignLoad${kind}Buffer`),
});

export { sharp };
