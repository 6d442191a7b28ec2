// src/arbitrary_impls.rs
crate::support::arbitrary::arbitrary! {
    #[cfg(any(feature = "code", feature = "order"))]
    crate::Code,
    #[cfg(feature = "order")]
    crate::Order,
    #[cfg(feature = "order")]
    crate::OrderState,
}
