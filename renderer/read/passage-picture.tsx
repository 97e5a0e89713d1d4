import { useEffect, useRef, useState } from 'react';
import { useServices } from '../app/services.ts';
import styles from './chapter-text.module.css';

interface PassagePictureProps {
  report: string;
  passage: string;
  size: { width: number; height: number };
  /** The caption, which is also what a screen reader says. */
  words: string;
}

/** How far below the screen a picture is fetched, so that it is there when it is reached. */
const AHEAD = '600px';

/** A picture of the report. Its place is kept before it comes, so that the text does not move. */
export function PassagePicture({ report, passage, size, words }: PassagePictureProps) {
  const { client } = useServices();
  const place = useRef<HTMLDivElement>(null);
  const [source, setSource] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let live = true;
    const fetchIt = (): void => {
      client('read.picture', { report, passage }).then((picture) => {
        if (!live) return;
        if (picture) setSource(`data:${picture.mime};base64,${picture.base64}`);
        else setMissing(true);
      }, () => live && setMissing(true));
    };
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      fetchIt();
    }, { rootMargin: AHEAD });
    if (place.current) observer.observe(place.current);
    return () => {
      live = false;
      observer.disconnect();
    };
  }, [client, report, passage]);
  return (
    <div ref={place} className={styles['picture']} style={{ aspectRatio: `${size.width} / ${size.height}`, maxWidth: size.width }}>
      {source !== null && <img src={source} width={size.width} height={size.height} alt={words} />}
      {missing && <span className={styles['noPicture']}>The picture is not in the library.</span>}
    </div>
  );
}
