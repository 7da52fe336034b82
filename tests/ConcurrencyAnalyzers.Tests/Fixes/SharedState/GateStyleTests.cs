namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>Guards that are no monitors are taken and given back as their kind is; a semaphore is held where a region awaits.</summary>
public class GateStyleTests
{
    [Fact]
    public Task A_check_and_an_act_across_an_await() => Verify.FixAsync(
        """
        class Tokens
        {
            private string? _token;

            public async Task RunAsync(Func<Task<string>> fetch) => await Task.WhenAll(Task.Run(() => GetAsync(fetch)), Task.Run(() => GetAsync(fetch)));

            private async Task<string> GetAsync(Func<Task<string>> fetch)
            {
                if (_token is null)
                {
                    {|CONC1001:_token = await fetch()|};
                }

                return _token;
            }
        }
        """,
        """
        class Tokens
        {
            private readonly SemaphoreSlim _gate = new(1, 1);
            private string? _token;

            public async Task RunAsync(Func<Task<string>> fetch) => await Task.WhenAll(Task.Run(() => GetAsync(fetch)), Task.Run(() => GetAsync(fetch)));

            private async Task<string> GetAsync(Func<Task<string>> fetch)
            {
                await _gate.WaitAsync();
                try
                {
                    if (_token is null)
                    {
                        _token = await fetch();
                    }
                }
                finally
                {
                    _gate.Release();
                }

                await _gate.WaitAsync();
                try
                {
                    return _token;
                }
                finally
                {
                    _gate.Release();
                }
            }
        }
        """);

    [Fact]
    public Task A_reader_writer_lock_is_taken_as_the_access_needs_it() => Verify.FixAsync(
        """
        class Phrases
        {
            private readonly ReaderWriterLockSlim _lock = new();
            private readonly Dictionary<string, string> _phrases = [];

            public void Run()
            {
                var thread = new Thread(() =>
                {
                    Find("a");
                    Clear();
                });
                thread.Start();
                Put("b", "c");
                Drop("b");
                thread.Join();
            }

            private void Put(string word, string phrase)
            {
                _lock.EnterWriteLock();
                try
                {
                    _phrases[word] = phrase;
                }
                finally
                {
                    _lock.ExitWriteLock();
                }
            }

            private void Drop(string word)
            {
                _lock.EnterWriteLock();
                try
                {
                    _phrases.Remove(word);
                }
                finally
                {
                    _lock.ExitWriteLock();
                }
            }

            private string? Find(string word) => {|CONC1002:_phrases.TryGetValue|}(word, out var phrase) ? phrase : null;

            private void Clear()
            {
                {|CONC1002:_phrases.Clear|}(); // all of them
            }
        }
        """,
        """
        class Phrases
        {
            private readonly ReaderWriterLockSlim _lock = new();
            private readonly Dictionary<string, string> _phrases = [];

            public void Run()
            {
                var thread = new Thread(() =>
                {
                    Find("a");
                    Clear();
                });
                thread.Start();
                Put("b", "c");
                Drop("b");
                thread.Join();
            }

            private void Put(string word, string phrase)
            {
                _lock.EnterWriteLock();
                try
                {
                    _phrases[word] = phrase;
                }
                finally
                {
                    _lock.ExitWriteLock();
                }
            }

            private void Drop(string word)
            {
                _lock.EnterWriteLock();
                try
                {
                    _phrases.Remove(word);
                }
                finally
                {
                    _lock.ExitWriteLock();
                }
            }

            private string? Find(string word)
            {
                _lock.EnterReadLock();
                try
                {
                    return _phrases.TryGetValue(word, out var phrase) ? phrase : null;
                }
                finally
                {
                    _lock.ExitReadLock();
                }
            }

            private void Clear()
            {
                _lock.EnterWriteLock();
                try
                {
                    _phrases.Clear(); // all of them
                }
                finally
                {
                    _lock.ExitWriteLock();
                }
            }
        }
        """);

    [Fact]
    public Task A_semaphore_is_awaited_where_that_can_be() => Verify.FixAsync(
        """
        class Account
        {
            private readonly SemaphoreSlim _semaphore = new(1, 1);
            private decimal _balance;

            public async Task RunAsync() => await Task.WhenAll(Task.Run(() => DepositAsync(1)), Task.Run(() => WithdrawAsync(1)), Task.Run(() => Clear()));

            private async Task DepositAsync(decimal amount)
            {
                await _semaphore.WaitAsync();
                try
                {
                    var balance = _balance;
                    await Task.Delay(1);
                    _balance = balance + amount;
                }
                finally
                {
                    _semaphore.Release();
                }
            }

            private async Task WithdrawAsync(decimal amount)
            {
                await Task.Yield();
                {|CONC1002:_balance -= amount|};
            }

            private void Clear() => {|CONC1002:_balance = 0|};
        }
        """,
        """
        class Account
        {
            private readonly SemaphoreSlim _semaphore = new(1, 1);
            private decimal _balance;

            public async Task RunAsync() => await Task.WhenAll(Task.Run(() => DepositAsync(1)), Task.Run(() => WithdrawAsync(1)), Task.Run(() => Clear()));

            private async Task DepositAsync(decimal amount)
            {
                await _semaphore.WaitAsync();
                try
                {
                    var balance = _balance;
                    await Task.Delay(1);
                    _balance = balance + amount;
                }
                finally
                {
                    _semaphore.Release();
                }
            }

            private async Task WithdrawAsync(decimal amount)
            {
                await Task.Yield();
                await _semaphore.WaitAsync();
                try
                {
                    _balance -= amount;
                }
                finally
                {
                    _semaphore.Release();
                }
            }

            private void Clear()
            {
                _semaphore.Wait();
                try
                {
                    _balance = 0;
                }
                finally
                {
                    _semaphore.Release();
                }
            }
        }
        """);

    [Fact]
    public Task A_write_under_the_read_lock_takes_the_write_lock() => Verify.FixAsync(
        """
        class Phrases
        {
            private readonly ReaderWriterLockSlim _lock = new();
            private readonly Dictionary<string, string> _phrases = [];

            public void Run(string[] words) => Parallel.ForEach(words, word => Find(word));

            private string Find(string word)
            {
                _lock.EnterReadLock();
                try
                {
                    if (!{|CONC1001:_phrases.TryGetValue|}(word, out var phrase))
                    {
                        phrase = word.ToUpperInvariant();
                        {|CONC1001:_phrases[word]|} = phrase;
                    }

                    return phrase;
                }
                finally
                {
                    _lock.ExitReadLock();
                }
            }
        }
        """,
        """
        class Phrases
        {
            private readonly ReaderWriterLockSlim _lock = new();
            private readonly Dictionary<string, string> _phrases = [];

            public void Run(string[] words) => Parallel.ForEach(words, word => Find(word));

            private string Find(string word)
            {
                _lock.EnterWriteLock();
                try
                {
                    if (!_phrases.TryGetValue(word, out var phrase))
                    {
                        phrase = word.ToUpperInvariant();
                        _phrases[word] = phrase;
                    }

                    return phrase;
                }
                finally
                {
                    _lock.ExitWriteLock();
                }
            }
        }
        """);

    [Fact]
    public Task Locks_that_exclude_nobody_become_one() => Verify.FixAsync(
        """
        class Stock
        {
            private readonly object _in = new();
            private readonly object _out = new();
            private int _pallets;

            public void Run()
            {
                var load = new Thread(() =>
                {
                    lock (_out)
                    {
                        {|CONC1002:_pallets--|};
                    }
                });
                load.Start();
                lock (_in)
                {
                    {|CONC1002:_pallets++|};
                }

                load.Join();
            }
        }
        """,
        """
        class Stock
        {
            private readonly object _in = new();
            private readonly object _out = new();
            private int _pallets;

            public void Run()
            {
                var load = new Thread(() =>
                {
                    lock (_in)
                    {
                        _pallets--;
                    }
                });
                load.Start();
                lock (_in)
                {
                    _pallets++;
                }

                load.Join();
            }
        }
        """);

    [Fact]
    public Task Who_holds_it_already_must_not_wait_for_himself() => Verify.FixAsync(
        """
        class Account
        {
            private readonly SemaphoreSlim _semaphore = new(1, 1);
            private decimal _balance;

            public async Task RunAsync() => await Task.WhenAll(Task.Run(() => DepositAsync(1)), Task.Run(() => DepositAsync(2)), Task.Run(() => Add(3)));

            private async Task DepositAsync(decimal amount)
            {
                await _semaphore.WaitAsync();
                try
                {
                    _balance += 1;
                    Add(amount);
                }
                finally
                {
                    _semaphore.Release();
                }
            }

            private void Add(decimal amount)
            {
                {|CONC1002:_balance += amount|};
            }
        }
        """,
        """
        class Account
        {
            private readonly SemaphoreSlim _semaphore = new(1, 1);
            private decimal _balance;

            public async Task RunAsync() => await Task.WhenAll(Task.Run(() => DepositAsync(1)), Task.Run(() => DepositAsync(2)), Task.Run(() => Add(3)));

            private async Task DepositAsync(decimal amount)
            {
                await _semaphore.WaitAsync();
                try
                {
                    _balance += 1;
                    Add(amount);
                }
                finally
                {
                    _semaphore.Release();
                }
            }

            private void Add(decimal amount)
            {
                {|CONC1002:_balance += amount|};
            }
        }
        """);
}
