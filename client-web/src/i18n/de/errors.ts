import type { Translated } from '../catalogue.ts';
import type en from '../en/errors.ts';

export default {
  unknown: 'Das hat nicht geklappt. Bitte noch einmal versuchen.',
  internal:
    'Auf dem Server ist etwas schiefgegangen. Bitte noch einmal versuchen; bleibt es so, nenne den Betreibenden diese Nummer: {incident}.',
  network: 'Covision ist gerade nicht erreichbar. Bitte die Verbindung prüfen und noch einmal versuchen.',
  signed_out: 'Du bist abgemeldet. Bitte melde dich wieder an.',
  not_signed_in: 'Bitte melde dich zuerst an.',
  link_used: 'Dieser Link wurde schon benutzt. Bitte lass dir einen neuen geben.',
  link_expired: 'Dieser Link ist abgelaufen. Bitte lass dir einen neuen geben.',
  link_unknown: 'Dieser Link gilt nicht oder nicht mehr. Bitte lass dir einen neuen geben.',
  busy: 'Der Server ist gerade ausgelastet. Bitte gleich noch einmal versuchen.',
  storage_unavailable: 'Gerade konnte nichts gespeichert werden. Bitte gleich noch einmal versuchen.',
  not_found: 'Das gibt es nicht oder nicht mehr.',
  not_allowed: 'Das darfst du hier nicht.',
  must_sign: 'Bitte lies und unterzeichne zuerst die Vereinbarung.',
  sign_in_failed: 'E-Mail-Adresse und Passwort gehören nicht zusammen.',
  email_known: 'Zu dieser E-Mail-Adresse gibt es schon ein Konto. Melde dich damit an.',
  email_differs: 'Dieser Link gilt für eine andere E-Mail-Adresse.',
  email_invalid: 'Das ist keine E-Mail-Adresse.',
  name_invalid: 'Ein Name ist eine Zeile Text.',
  zone_invalid: 'Das ist kein Name einer Zeitzone.',
  password_short: 'Bitte mindestens 8 Zeichen verwenden.',
  password_personal: 'Das Passwort darf nicht deine E-Mail-Adresse oder dein Name sein.',
  password_common: 'Dieses Passwort gehört zu denen, die zuerst erraten werden. Besser ist ein kurzer Satz.',
  password_wrong: 'Das bisherige Passwort stimmt nicht.',
  too_many_attempts: 'Zu viele Versuche. Bitte warte ein wenig und versuche es noch einmal.',
  slow_down: 'Das war viel auf einmal. Bitte warte einen Moment und versuche es noch einmal.',
  restarting: 'Covision wird gerade neu gestartet. Bitte gleich noch einmal versuchen.',
  stale: 'Jemand war schneller. Schau noch einmal hin und wiederhole es, wenn es noch gewünscht ist.',
  invalid_params: 'Hier kann etwas nicht stimmen. Bitte prüfe deine Eingaben.',
} satisfies Translated<typeof en>;
