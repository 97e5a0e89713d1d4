/** The half of pdf.js that reads the file; it comes without types, and is only loaded for what it leaves at `globalThis`. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
