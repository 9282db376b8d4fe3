/** In the place of the box where nobody can write any more: why. */
export function Closed() {
  return (
    <div class="composer">
      <p class="column composer-closed">This room is archived. You can read it, and nobody can write in it any more.</p>
    </div>
  );
}
