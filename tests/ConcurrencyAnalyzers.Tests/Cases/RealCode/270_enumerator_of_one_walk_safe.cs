// An enumerator belongs to who walks, whatever locks the collection takes.
namespace Cases.R270;

public sealed class PierRegister
{
    private readonly object _gate = new();
    private readonly List<string> _boats = new();

    public void Moor(string boat)
    {
        lock (_gate)
            _boats.Add(boat);
    }

    public IAsyncEnumerator<KeyValuePair<int, string>> GetAsyncEnumerator()
    {
        lock (_gate)
            return new Walk(this, _boats.ToArray());
    }

    private sealed class Walk(PierRegister register, string[] boats) : IAsyncEnumerator<KeyValuePair<int, string>>
    {
        private int _next;
        private KeyValuePair<int, string> _current;

        public KeyValuePair<int, string> Current => _current;

        public async ValueTask<bool> MoveNextAsync()
        {
            while (_next < boats.Length)
            {
                var berth = _next++;
                await Task.Yield();
                lock (register._gate)
                {
                    if (!register._boats.Contains(boats[berth]))
                        continue;
                }

                _current = new(berth, boats[berth]);
                return true;
            }

            return false;
        }

        public ValueTask DisposeAsync() => default;
    }
}
