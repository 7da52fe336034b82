namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>The results of a map one by one, out of those that come many at a time.</summary>
internal sealed class FlatResults<TResult>(IAsyncEnumerable<ArraySegment<TResult>> chunks) : IAsyncEnumerable<TResult>
{
    public IAsyncEnumerator<TResult> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(chunks.GetAsyncEnumerator(cancellationToken));

    private sealed class Enumerator(IAsyncEnumerator<ArraySegment<TResult>> chunks) : IAsyncEnumerator<TResult>
    {
        private TResult[] _values = [];
        private int _count;
        private int _index = -1;

        public TResult Current => _values[_index];

        public ValueTask<bool> MoveNextAsync() => ++_index < _count ? new ValueTask<bool>(true) : NextChunkAsync();

        public ValueTask DisposeAsync() => chunks.DisposeAsync();

        private async ValueTask<bool> NextChunkAsync()
        {
            _count = 0;
            _index = -1;
            do
            {
                if (!await chunks.MoveNextAsync().ConfigureAwait(false))
                    return false;
                _values = chunks.Current.Array!;
                _count = chunks.Current.Count;
            }
            while (_count == 0);
            _index = 0;
            return true;
        }
    }
}
