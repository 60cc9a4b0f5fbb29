/-
Problem: Factor n^2 + 3n + 2.
-/
def pairs (n : Nat) : Nat := (n + 1) * (n + 2)

-- Problem: Solve 2n + 6 = 20 for n.
example : 2 * 7 + 6 = 20 := rfl

-- Problem: Expand (a + b)^2
example (a b : Nat) : (a + b) * (a + b) = a * a + a * b + b * a + b * b := by
  rw [Nat.add_mul, Nat.mul_add, Nat.mul_add, ← Nat.add_assoc]
