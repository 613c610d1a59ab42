"""Knowledge packs: folders of articles, taxonomies, profiles and reviewed facts."""
