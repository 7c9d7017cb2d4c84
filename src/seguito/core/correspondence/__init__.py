"""What comes back: answers, automatic answers, and mail that could not be delivered."""
