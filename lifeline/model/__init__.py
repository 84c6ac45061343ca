"""What exists: rubrics, conditions, formulas, claims, compiled sets, ideas and assessments."""
