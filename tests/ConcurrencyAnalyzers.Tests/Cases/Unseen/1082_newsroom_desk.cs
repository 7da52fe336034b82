namespace Cases.L1082;

public sealed record Story(int Id, string Headline);

public sealed class NewsDesk
{
    private readonly object _storyGate = new();
    private readonly object _statsGate = new();
    private readonly Dictionary<int, Story> _stories = new();
    private readonly Dictionary<string, int> _editsByAuthor = new();
    private int _nextId;
    private int _edits;

    public int File(string headline, string author)
    {
        int id;
        lock (_storyGate)
        {
            id = ++_nextId;
            _stories[id] = new Story(id, headline);
        }
        CountEdit(author);
        return id;
    }

    public bool Retitle(int id, string headline, string author)
    {
        lock (_storyGate)
        {
            if (!_stories.TryGetValue(id, out Story? story))
            {
                return false;
            }
            _stories[id] = story with { Headline = headline };
        }
        CountEdit(author);
        return true;
    }

    public Story[] FrontPage(int count)
    {
        lock (_storyGate)
        {
            return _stories.Values.OrderByDescending(s => s.Id).Take(count).ToArray();
        }
    }

    public (int Edits, string? Busiest) Stats()
    {
        lock (_statsGate)
        {
            string? busiest = null;
            int most = 0;
            foreach (var (author, edits) in _editsByAuthor)
            {
                if (edits > most)
                {
                    (busiest, most) = (author, edits);
                }
            }
            return (_edits, busiest);
        }
    }

    private void CountEdit(string author)
    {
        lock (_statsGate)
        {
            _edits++;
            _editsByAuthor[author] = _editsByAuthor.GetValueOrDefault(author) + 1;
        }
    }
}
