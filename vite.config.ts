/** Builds the desk from src/web into dist/; the server sends index.html for every page of a city and the rest from /assets/. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The server whose API the pages call while Vite serves them itself. */
const api = process.env.SUYUAN_API ?? 'http://127.0.0.1:8311';
const dist = join(import.meta.dirname, 'dist');

/** Beside each asset its compressed form, made once here instead of at every request. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    const assets = join(dist, 'assets');
    for (const name of readdirSync(assets).filter((file) => /\.(js|css|svg)$/.test(file))) {
      const content = readFileSync(join(assets, name));
      writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content));
      writeFileSync(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
    }
  },
};

export default defineConfig({
  root: 'src/web',
  plugins: [react(), compressed],
  server: { proxy: { '^/c/[^/]+/api/': api } },
  build: {
    outDir: dist,
    emptyOutDir: true,
    target: 'chrome90',
    cssTarget: 'chrome90',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Its setting must be made before the first schema, so both come in one piece.
            { name: 'zod', test: /node_modules\/zod\/|place\/no-eval/, priority: 4 },
            // Changes seldom: a new version of ours does not fetch it again.
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-query|query-core|react-router|router-core|history|store|react-store))\//,
              priority: 3,
            },
            // What the first page needs of antd, with all that it stands on; the rest is split by page.
            {
              name: 'kit',
              test: /node_modules\/antd\/es\/(config-provider|button|form|input|modal|drawer|alert|popover|tooltip|segmented|skeleton|spin)\/index/,
              priority: 2,
            },
            // The shell in one piece, instead of a file for each part that some page shares.
            { name: 'shell', test: /src\/web\/(call|desk|place|words|look)\//, priority: 1 },
          ],
        },
      },
    },
  },
});
