import sharp from 'sharp';

// An instance has one CPU and sees each picture once: more threads or a cache in libvips would only use more memory.
sharp.concurrency(1);
sharp.cache(false);

// libvips can read some thirty formats. Whatever a file claims to be, only these readers are enabled; SVG is for our own drawings.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Svg'].map((kind) => `VipsForeignLoad${kind}Buffer`),
});

export { sharp };
