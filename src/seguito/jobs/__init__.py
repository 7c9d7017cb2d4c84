"""What goes on in the background, by name: the clock's face.

Truth lies in the records. A job takes a workspace's id, asks the records what is due, claims that and does it, so that
a job which is lost, doubled or cut short costs nothing: the next one finds what is left.
"""
