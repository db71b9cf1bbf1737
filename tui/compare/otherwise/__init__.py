"""What two linked passages tell otherwise: their phrases and clauses held against each other, by fitted weights."""
