// The explicitly implemented members lock as well, and the enumerator runs over a copy made under the lock. difficulty: medium
using System.Collections;

namespace Cases.U478;

public interface IHistory<T>
{
    void Push(T entry);

    bool TryPop(out T? entry);
}

public sealed class RecentFiles<TFile>(int capacity) : IHistory<TFile>, IReadOnlyCollection<TFile>
{
    private readonly object _gate = new();
    private readonly LinkedList<TFile> _files = new();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _files.Count;
            }
        }
    }

    void IHistory<TFile>.Push(TFile entry)
    {
        lock (_gate)
        {
            _files.AddFirst(entry);
            if (_files.Count > capacity)
            {
                _files.RemoveLast();
            }
        }
    }

    bool IHistory<TFile>.TryPop(out TFile? entry)
    {
        lock (_gate)
        {
            var first = _files.First;
            entry = first == null ? default : first.Value;
            if (first == null)
            {
                return false;
            }
            _files.Remove(first);
            return true;
        }
    }

    IEnumerator<TFile> IEnumerable<TFile>.GetEnumerator()
    {
        TFile[] copy;
        lock (_gate)
        {
            copy = [.. _files];
        }
        return ((IEnumerable<TFile>)copy).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<TFile>)this).GetEnumerator();
}
