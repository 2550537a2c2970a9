// The session around one table: one screen for all.
import '../style/screens/table.css';
import type { ScreenProps } from '../screens.ts';
import LiveScreen from './live_screen.tsx';

export default function TableScreen(props: ScreenProps<'group' | 'session'>) {
  return <LiveScreen {...props} table />;
}
