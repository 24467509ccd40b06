"""Pictures of articles, drawn from what is known of them: nobody has to photograph the demo catalogue."""
