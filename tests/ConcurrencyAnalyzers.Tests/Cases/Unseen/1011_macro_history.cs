namespace Studio.Undo;

public interface IEdit
{
    string Name { get; }
    void Apply();
    void Revert();
}

public class EditHistory
{
    protected readonly object Sync = new();
    private readonly List<IEdit> _done = [];
    private readonly Stack<IEdit> _undone = new();

    public IReadOnlyList<IEdit> Done
    {
        get
        {
            lock (Sync)
            {
                return _done; // expect: ESCAPES_LOCK
            }
        }
    }

    public IEdit[] Undoable()
    {
        lock (Sync)
        {
            return [.. _done];
        }
    }

    public void Push(IEdit edit)
    {
        lock (Sync)
        {
            edit.Apply();
            _done.Add(edit);
            _undone.Clear();
        }
    }

    public bool Undo()
    {
        lock (Sync)
        {
            if (_done.Count == 0)
            {
                return false;
            }
            IEdit last = _done[^1];
            _done.RemoveAt(_done.Count - 1);
            last.Revert();
            _undone.Push(last);
            return true;
        }
    }

    public bool Redo()
    {
        lock (Sync)
        {
            if (!_undone.TryPop(out IEdit? edit))
            {
                return false;
            }
            edit.Apply();
            _done.Add(edit);
            return true;
        }
    }
}

public sealed class AutoSaver(EditHistory history, TextWriter journal)
{
    public async Task RunAsync(TimeSpan every, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(every);
        while (await timer.WaitForNextTickAsync(ct))
        {
            foreach (IEdit edit in history.Done)
            {
                await journal.WriteLineAsync(edit.Name);
            }
        }
    }
}
