import { Icon } from "./icon.tsx";

/** What is wrong with a whole form, above its buttons. */
export function FormProblem({ message }: { message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <p class="form-problem" role="alert">
      <Icon name="warning" />
      <span>{message}</span>
    </p>
  );
}
