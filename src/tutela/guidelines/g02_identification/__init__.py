"""Identification: indicators, screening, the definition of trafficking."""
