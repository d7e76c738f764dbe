"""Country profiles as data: `default` and the countries that come with Tutela."""
