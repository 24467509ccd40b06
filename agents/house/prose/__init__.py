"""The hand that the house writes with: names of pieces, kinds of clothes, the scene, and what the pen may do."""
