"""Voices: quotations, attributions, how sure a claim is and what is denied."""
