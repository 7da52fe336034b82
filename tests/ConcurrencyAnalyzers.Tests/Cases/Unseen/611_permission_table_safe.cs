// A permission table under a reader-writer lock, with an upgradeable read for misses.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Cases.U611;

[Flags]
public enum Permission
{
    None = 0,
    Read = 1,
    Write = 2,
    Admin = 4,
}

public sealed class PermissionTable : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, Permission> _byUser = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, Permission> _lookup;
    private long _hits;

    public PermissionTable(Func<string, Permission> lookup) => _lookup = lookup;

    public long Hits => Interlocked.Read(ref _hits);

    public bool IsAllowed(string user, Permission needed)
    {
        _lock.EnterReadLock();
        try
        {
            if (_byUser.TryGetValue(user, out var known))
            {
                Interlocked.Increment(ref _hits);
                return (known & needed) == needed;
            }
        }
        finally
        {
            _lock.ExitReadLock();
        }

        return (LoadOnce(user) & needed) == needed;
    }

    public void Revoke(string user)
    {
        _lock.EnterWriteLock();
        try
        {
            _byUser[user] = Permission.None;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    private Permission LoadOnce(string user)
    {
        _lock.EnterUpgradeableReadLock();
        try
        {
            if (_byUser.TryGetValue(user, out var known))
            {
                return known;
            }

            var loaded = _lookup(user);
            _lock.EnterWriteLock();
            try
            {
                _byUser.Add(user, loaded);
            }
            finally
            {
                _lock.ExitWriteLock();
            }

            return loaded;
        }
        finally
        {
            _lock.ExitUpgradeableReadLock();
        }
    }

    public void Dispose() => _lock.Dispose();
}

public static class DocumentFilter
{
    public static List<string> Visible(PermissionTable table, IEnumerable<(string Owner, string Title)> documents) =>
        documents.AsParallel()
            .AsOrdered()
            .Where(document => table.IsAllowed(document.Owner, Permission.Read))
            .Select(document => document.Title)
            .ToList();
}
