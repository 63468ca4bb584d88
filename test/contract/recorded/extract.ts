// Turns a recording in Markdown into one JSON file a section: `tsx test/contract/recorded/extract.ts <file.md> <folder>`
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRecording } from './parse';

function slug(title: string): string {
  const words = title.toLowerCase().replace(/\(.*?\)/g, '');
  return (
    words
      .split('—')[0]
      ?.replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) ?? ''
  );
}

function main([source, folder]: string[]): void {
  if (source === undefined || folder === undefined) throw new Error('usage: extract.ts <file.md> <folder>');
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder).filter((name) => name.endsWith('.json'))) rmSync(join(folder, old));
  const sections = parseRecording(readFileSync(source, 'utf8'));
  sections.forEach((section, index) => {
    const name = `${String(index).padStart(2, '0')}-${slug(section.title)}.json`;
    writeFileSync(join(folder, name), `${JSON.stringify(section, null, 2)}\n`);
    console.log(`${name}  ${section.entries.length} entries`);
  });
}

main(process.argv.slice(2));
