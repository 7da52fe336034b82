// Find holds only the read lock, which lets other readers in, and yet it writes the use counts. difficulty: medium
namespace Cases.U677;

public sealed record Template(string Name, string Body);

public sealed class TemplateStore
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, Template> _templates = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _uses = new(StringComparer.OrdinalIgnoreCase);

    public Template? Find(string name)
    {
        _lock.EnterReadLock();
        try
        {
            if (!_templates.TryGetValue(name, out var template))
            {
                return null;
            }
            _uses[name] = _uses.GetValueOrDefault(name) + 1; // expect: INCONSISTENT_LOCK, RACE?
            return template;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Put(Template template)
    {
        _lock.EnterWriteLock();
        try
        {
            _templates[template.Name] = template;
            _uses.TryAdd(template.Name, 0);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public int EvictUnused()
    {
        _lock.EnterWriteLock();
        try
        {
            var unused = _uses.Where(use => use.Value == 0).Select(use => use.Key).ToList();
            foreach (var name in unused)
            {
                _templates.Remove(name);
                _uses.Remove(name);
            }
            return unused.Count;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
