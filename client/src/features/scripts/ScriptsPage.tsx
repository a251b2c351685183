export default function ScriptsPage() {
  return null;
}
