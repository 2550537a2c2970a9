import type { Translated } from '../catalogue.ts';
import type en from '../en/errors.ts';

export default {
  unknown: 'Das hat nicht geklappt. Bitte noch einmal versuchen.',
  internal:
    'Auf dem Server ist etwas schiefgegangen. Bitte noch einmal versuchen; bleibt es so, nenne den Betreibenden diese Nummer: {id}.',
  network: 'Covision ist gerade nicht erreichbar. Bitte die Verbindung prüfen und noch einmal versuchen.',
  signed_out: 'Du bist abgemeldet. Bitte melde dich wieder an.',
  not_signed_in: 'Bitte melde dich zuerst an.',
  bad_credentials: 'E-Mail-Adresse und Passwort passen nicht zusammen.',
  link_used: 'Dieser Link wurde schon benutzt. Bitte lass dir einen neuen geben.',
  link_expired: 'Dieser Link ist abgelaufen. Bitte lass dir einen neuen geben.',
  link_unknown: 'Dieser Link gilt nicht oder nicht mehr. Bitte lass dir einen neuen geben.',
  email_taken: 'Zu dieser E-Mail-Adresse gibt es schon ein Konto. Melde dich damit an.',
  weak_password: 'Dieses Passwort ist zu leicht zu erraten. Gut ist ein kurzer Satz.',
  too_many: 'Zu viele Versuche. Bitte eine Minute warten.',
  busy: 'Der Server ist gerade ausgelastet. Bitte gleich noch einmal versuchen.',
  storage_unavailable: 'Gerade konnte nichts gespeichert werden. Bitte gleich noch einmal versuchen.',
  not_found: 'Das gibt es nicht oder nicht mehr.',
  not_allowed: 'Das darfst du hier nicht.',
  must_sign: 'Bitte lies und unterzeichne zuerst die Vereinbarung.',
} satisfies Translated<typeof en>;
