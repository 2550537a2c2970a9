import { useEffect, useState } from 'preact/hooks';

const narrow = matchMedia('(max-width: 48rem)');
/** Where the panels of a session are tabs. */
export function useNarrow(): boolean {
  const [is, setIs] = useState(narrow.matches);
  useEffect(() => {
    const change = () => setIs(narrow.matches);
    change();
    narrow.addEventListener('change', change);
    return () => narrow.removeEventListener('change', change);
  }, []);
  return is;
}
