using ConcurrencyAnalyzers.Workers.Calls;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>Cuts a sequence into chunks. Those of an array are parts of it. One thread at a time.</summary>
internal sealed class ChunkSource<T>(IEnumerable<T> inputs) : IDisposable
{
    private readonly T[]? _array = inputs.GetType() == typeof(T[]) ? (T[])inputs : null;
    private readonly IEnumerator<T>? _source = inputs.GetType() == typeof(T[]) ? null : inputs.GetEnumerator();
    private int _taken;

    /// <summary>The next inputs.</summary>
    /// <param name="most">The most to take.</param>
    /// <param name="more">Whether there may be more.</param>
    public ArraySegment<T> Take(int most, out bool more)
    {
        if (_array is not null)
        {
            var part = new ArraySegment<T>(_array, _taken, Math.Min(most, _array.Length - _taken));
            _taken += part.Count;
            more = _taken < _array.Length;
            return part;
        }
        var chunk = ChunkFormat.NewArray<T>(most);
        for (var i = 0; i < most; i++)
        {
            if (!_source!.MoveNext())
            {
                more = false;
                return new ArraySegment<T>(chunk, 0, i);
            }
            chunk[i] = _source.Current;
        }
        more = true;
        return new ArraySegment<T>(chunk, 0, most);
    }

    /// <summary>Cuts inputs that were taken into as many parts of their own, each with how many are left from its start on.</summary>
    public List<(ArraySegment<T> Inputs, int Left)> Split(ArraySegment<T> taken, int most)
    {
        var parts = new List<(ArraySegment<T>, int)>();
        for (; taken.Count > 0; most--)
        {
            var part = taken[..((taken.Count + most - 1) / most)];
            parts.Add((_array is null ? Copy(part) : part, taken.Count));
            taken = taken[part.Count..];
        }
        return parts;
    }

    private static ArraySegment<T> Copy(ArraySegment<T> part)
    {
        var copy = ChunkFormat.NewArray<T>(part.Count);
        part.CopyTo(copy);
        return new ArraySegment<T>(copy, 0, part.Count);
    }

    /// <summary>Nobody needs the chunk, or what it is a part of, any more.</summary>
    public void Release(ArraySegment<T> chunk)
    {
        if (_array is null)
            ChunkFormat.Release(chunk.Array!);
    }

    public void Dispose() => _source?.Dispose();
}
